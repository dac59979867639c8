package org.lingbao.local.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.chain.Finding.Kind;

/**
 * Proves an exported chain line by line, in memory that does not grow: every seal is reckoned anew from the one before and the
 * set as it is now. After a set that differs it goes on from the seal that is stated, so that each altered set is named and
 * none that only follows one.
 */
public final class ChainProof {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEAL_LENGTH = 64;

    private final Function<String, NotedHeads> heads;
    private @Nullable NotedHeads noted;
    private String cell = "";
    private long line;
    private long sets;
    private long position;
    private String seal = "";

    /** @param heads what was noted of the ledger of a cell */
    public ChainProof(Function<String, NotedHeads> heads) {
        this.heads = heads;
    }

    /** How much was proved, and where it ends. */
    public record Sum(String cell, long sets, long position, String seal) {}

    public Sum sum() {
        return new Sum(cell, sets, position, seal);
    }

    /** What is wrong with the next line; nothing, when it proves itself. */
    public List<Finding> check(String json) {
        line++;
        try {
            var read = JSON.readTree(json);
            return line == 1 ? begin(read) : link(read);
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException e) {
            return List.of(new Finding(line, Kind.NOT_A_LINE, null, null, "not a line of an exported chain"));
        }
    }

    private List<Finding> begin(JsonNode read) {
        cell = read.required("cell").asText();
        position = read.required("position").longValue();
        seal = sealOf(read);
        var known = heads.apply(cell);
        noted = known;
        var due = position == 0 ? Optional.of(SealedSet.origin(cell)) : known.at(position);
        if (due.filter(seal::equals).isPresent()) {
            return List.of();
        }
        var why = due.isPresent()
                ? "the seal is not the one that is known there"
                : "nobody noted the seal of position " + position;
        return List.of(new Finding(line, Kind.BEGINNING_DIFFERS, position, null, why));
    }

    private List<Finding> link(JsonNode read) {
        var known = noted;
        if (known == null) {
            throw new IllegalArgumentException("no beginning");
        }
        var id = read.required("entrySetId").asText();
        var findings = new ArrayList<Finding>();
        var set = Optional.ofNullable(read.get("set")).map(found -> new SealedSet(id, found));
        set.flatMap(this::notZero).ifPresent(findings::add);
        if (read.has("position")) {
            linked(read, id, set, known).forEach(findings::add);
        } else {
            findings.add(new Finding(
                    line, Kind.SET_INSERTED, null, id, "entry set " + id + " was inserted after position " + position));
        }
        return List.copyOf(findings);
    }

    private Optional<Finding> notZero(SealedSet set) {
        return set.sum().signum() == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        line,
                        Kind.SET_NOT_ZERO,
                        null,
                        set.id(),
                        "entry set " + set.id() + " sums to " + set.sum() + " fen"));
    }

    private List<Finding> linked(JsonNode read, String id, Optional<SealedSet> set, NotedHeads known) {
        var at = read.get("position").longValue();
        var stated = sealOf(read);
        var findings = new ArrayList<Finding>();
        var follows = at == position + 1;
        if (!follows) {
            findings.add(new Finding(
                    line, Kind.LINK_MISSING, at, id, "position " + at + " stands where " + (position + 1) + " is due"));
        }
        if (set.isEmpty()) {
            findings.add(new Finding(line, Kind.SET_REMOVED, at, id, "entry set " + id + " was removed"));
        } else if (follows && !set.get().sealAfter(seal).equals(stated)) {
            findings.add(new Finding(line, Kind.SET_ALTERED, at, id, "entry set " + id + " was altered"));
        }
        if (known.at(at).filter(one -> !one.equals(stated)).isPresent()) {
            findings.add(new Finding(
                    line,
                    Kind.HEAD_DIFFERS,
                    at,
                    id,
                    "another seal of position " + at + " was noted: the chain was written anew after position "
                            + known.lastBefore(at)));
        }
        position = at;
        seal = stated;
        sets++;
        return findings;
    }

    /** What is wrong with the end, after the last line. */
    public List<Finding> end() {
        if (noted == null) {
            return List.of(new Finding(line, Kind.NOT_A_LINE, null, null, "an export has at least one line"));
        }
        return noted.after(position)
                .map(head -> new Finding(
                        line,
                        Kind.HEAD_MISSING,
                        head.getKey(),
                        null,
                        "the chain ends at position " + position + ", and a seal of position " + head.getKey()
                                + " was noted"))
                .map(List::of)
                .orElse(List.of());
    }

    private static String sealOf(JsonNode read) {
        var seal = read.required("seal").asText();
        if (seal.length() != SEAL_LENGTH) {
            throw new IllegalArgumentException("no seal");
        }
        return seal;
    }
}
