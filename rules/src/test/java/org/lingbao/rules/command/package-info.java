@NullMarked
package org.lingbao.rules.command;

import org.jspecify.annotations.NullMarked;
