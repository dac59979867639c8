package org.lingbao.local.demo;

/**
 * Somebody of the story.
 *
 * @param key under which the memory keeps what is theirs
 * @param name as it is told
 * @param login by which they sign in, in every cell the same
 */
record Worker(String key, String name, String chineseName, String login, String number) {
    /** The name under which the memory keeps the id that a cell gave them. */
    String personKey(Api api) {
        return key + "." + api.cell().number() + ".personId";
    }
}
