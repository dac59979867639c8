/** What government adds or pays (政府补贴、代缴、社会保险补贴). */
@NullMarked
package org.lingbao.rules.subsidy;

import org.jspecify.annotations.NullMarked;
