/** Contacts (联系方式): where a person is reached, and was before. */
@NullMarked
package org.lingbao.enrollment.contact;

import org.jspecify.annotations.NullMarked;
