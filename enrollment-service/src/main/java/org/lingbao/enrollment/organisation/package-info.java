/** Organisations (组织机构): the tree of province, city, county, town and community with the employers beside it, as of a day. */
@NullMarked
package org.lingbao.enrollment.organisation;

import org.jspecify.annotations.NullMarked;
