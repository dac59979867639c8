package org.lingbao.transfer.exchange;

import java.util.List;

/**
 * @param sentAgain the sequences that go out now; one that has its verdict is none of them, for its document is gone
 */
record ReplayView(List<Integer> sentAgain) {}
