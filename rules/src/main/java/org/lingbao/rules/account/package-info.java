/** What the individual account (个人账户) earns, and what becomes of it when it is settled. */
@NullMarked
package org.lingbao.rules.account;

import org.jspecify.annotations.NullMarked;
