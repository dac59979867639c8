@NullMarked
package org.lingbao.contribution.rules;

import org.jspecify.annotations.NullMarked;
