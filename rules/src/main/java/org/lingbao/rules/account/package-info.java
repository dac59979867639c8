/** What the individual account (个人账户) earns. */
@NullMarked
package org.lingbao.rules.account;

import org.jspecify.annotations.NullMarked;
