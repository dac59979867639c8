/** Persons as enrollment tells of them: logins, who may see whose data, and to what they consented (授权). */
@NullMarked
package org.lingbao.matching.insured;

import org.jspecify.annotations.NullMarked;
