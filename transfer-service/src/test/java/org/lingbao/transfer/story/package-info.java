/** The people of the tests, and the services around the one under test. */
@NullMarked
package org.lingbao.transfer.story;

import org.jspecify.annotations.NullMarked;
