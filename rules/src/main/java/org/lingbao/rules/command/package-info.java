/** The command line of the rules: holds them against worked cases, explains an answer, lists the values in force. */
@NullMarked
package org.lingbao.rules.command;

import org.jspecify.annotations.NullMarked;
