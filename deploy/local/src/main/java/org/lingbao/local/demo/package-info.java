/** The main job told as a story over the public HTTP interfaces. */
@NullMarked
package org.lingbao.local.demo;

import org.jspecify.annotations.NullMarked;
