@org.jspecify.annotations.NullMarked
package org.lingbao.transfer.transfer;
