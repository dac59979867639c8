/** The people of the tests, and the services around the one under test. */
@org.jspecify.annotations.NullMarked
package org.lingbao.transfer.story;
