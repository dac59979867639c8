@NullMarked
package org.lingbao.transfer.insured;

import org.jspecify.annotations.NullMarked;
