package org.lingbao.manifests;

/**
 * What is wrong in an overlay, and what repairs it.
 *
 * @param file relative to the project's root, where the object is written
 * @param object kind and name
 */
record Finding(String overlay, String file, String object, String what, String fix) {
    String line() {
        return file + ": " + object + " (" + overlay + "): " + what + "\n    → " + fix;
    }
}
