/** Papers (凭证): what one says, and PDF and OFD made of it by the libraries for these. */
@NullMarked
package org.lingbao.paper;

import org.jspecify.annotations.NullMarked;
