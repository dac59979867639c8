package org.lingbao.transfer.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A document for or from another cell.
 *
 * @param messageId the same however often it is sent
 * @param caseId the case, as both cells call it
 * @param sequence its number among those of the case that its sender wrote, from 1
 * @param partner the other cell's province, such as {@code 210000}
 * @param document its type, such as {@code TR02}
 * @param version of the type, from 1
 * @param body the document as JSON
 */
public record Letter(
        UUID messageId, UUID caseId, int sequence, String partner, String document, int version, JsonNode body) {

    /** Documents hold names and numbers: they stay out of logs. */
    @Override
    public String toString() {
        return "%s@%d %s, number %d of case %s with %s"
                .formatted(document, version, messageId, sequence, caseId, partner);
    }
}
