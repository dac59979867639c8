@NullMarked
package org.lingbao.local.demo;

import org.jspecify.annotations.NullMarked;
