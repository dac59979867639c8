/** What an organisation is, and whether it may move. */
@NullMarked
package org.lingbao.enrollment.organisation.domain;

import org.jspecify.annotations.NullMarked;
