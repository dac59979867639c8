/** Moving between the employee and the resident scheme (城乡养老保险制度衔接). */
@NullMarked
package org.lingbao.rules.bridging;

import org.jspecify.annotations.NullMarked;
