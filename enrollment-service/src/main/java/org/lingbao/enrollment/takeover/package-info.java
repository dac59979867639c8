/** Takes over persons and relations that another system kept until now (数据移交): a file, in parts, each taken whole. */
@NullMarked
package org.lingbao.enrollment.takeover;

import org.jspecify.annotations.NullMarked;
