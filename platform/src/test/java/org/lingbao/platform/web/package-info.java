@NullMarked
package org.lingbao.platform.web;

import org.jspecify.annotations.NullMarked;
