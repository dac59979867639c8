@NullMarked
package org.lingbao.transfer.transfer.domain;

import org.jspecify.annotations.NullMarked;
