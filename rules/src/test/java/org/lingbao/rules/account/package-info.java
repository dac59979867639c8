@NullMarked
package org.lingbao.rules.account;

import org.jspecify.annotations.NullMarked;
