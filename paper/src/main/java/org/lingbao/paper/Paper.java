package org.lingbao.paper;

import java.util.List;

/**
 * What a paper says, whatever is made of it.
 *
 * @param title what it is, in the largest letters
 * @param number by which the one who issued it finds it
 * @param lines what it says, from top to bottom
 * @param remarks what the reader is told besides, in small letters
 * @param proof how the reader finds out whether it is real
 */
public record Paper(String title, String number, List<Line> lines, List<String> remarks, Proof proof) {
    public Paper {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /** A value with what it is. */
    public record Line(String label, String value) {}

    /**
     * @param code verification code (验证码), printed
     * @param address where it is verified, printed as a QR code
     */
    public record Proof(String code, String address) {}

    /** Tells nothing of what it says: that is somebody's. */
    @Override
    public String toString() {
        return "Paper[" + title + "]";
    }
}
