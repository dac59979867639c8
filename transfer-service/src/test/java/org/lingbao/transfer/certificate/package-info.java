@NullMarked
package org.lingbao.transfer.certificate;

import org.jspecify.annotations.NullMarked;
