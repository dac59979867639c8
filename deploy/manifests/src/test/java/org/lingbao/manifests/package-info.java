/** The checks, each seen to reject what it is for. */
@NullMarked
package org.lingbao.manifests;

import org.jspecify.annotations.NullMarked;
