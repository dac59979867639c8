/** What somebody who joins now will have at the retirement age, and what is open if that is too little. */
@NullMarked
package org.lingbao.enrollment.exits.domain;

import org.jspecify.annotations.NullMarked;
