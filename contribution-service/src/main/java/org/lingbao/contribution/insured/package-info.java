/** The insured persons (参保人) as enrollment tells of them: logins, relations, and who may see whose data. */
@NullMarked
package org.lingbao.contribution.insured;

import org.jspecify.annotations.NullMarked;
