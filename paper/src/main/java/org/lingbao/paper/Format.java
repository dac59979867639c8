package org.lingbao.paper;

/** What a paper can be made into. */
public enum Format {
    PDF("application/pdf", "pdf"),
    /** The national standard for fixed layouts (版式文件), GB/T 33190. */
    OFD("application/ofd", "ofd");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends. */
    public String ending() {
        return ending;
    }
}
