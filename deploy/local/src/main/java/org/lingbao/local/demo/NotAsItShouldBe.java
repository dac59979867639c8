package org.lingbao.local.demo;

import org.lingbao.local.part.PartFailed;

/** A step of the story came out otherwise than the story says. */
final class NotAsItShouldBe extends PartFailed {
    NotAsItShouldBe(String sentence) {
        super(sentence);
    }
}
