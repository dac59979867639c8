@NullMarked
package org.lingbao.platform.database;

import org.jspecify.annotations.NullMarked;
