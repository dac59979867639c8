package org.lingbao.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that is deployed for one cell, as rendered. */
record Overlay(String name, List<Manifest> objects) {
    static final String FOLDER = "deploy/kubernetes/overlays/";

    Stream<Manifest> all(String kind) {
        return objects.stream().filter(object -> object.is(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return all(kind).filter(object -> object.name().equals(name)).findFirst();
    }

    Stream<Pod> pods() {
        return objects.stream().flatMap(object -> Pod.of(object).stream());
    }

    Stream<Pod> services() {
        return pods().filter(Pod::isService);
    }

    /** The cell's number, as its services are told it. */
    String cell() {
        return cellSettings().path("LINGBAO_CELL").asText();
    }

    private JsonNode cellSettings() {
        return all("ConfigMap")
                .filter(map -> map.at("/data").has("LINGBAO_CELL"))
                .findFirst()
                .map(map -> map.at("/data"))
                .orElseGet(com.fasterxml.jackson.databind.node.MissingNode::getInstance);
    }

    Finding finding(Manifest object, String what, String fix) {
        return new Finding(name, object.file(), object.id(), what, fix);
    }

    /** Of something that no object stands for. */
    Finding missing(String file, String object, String what, String fix) {
        return new Finding(name, file, object, what, fix);
    }

    Overlay with(Predicate<Manifest> kept, Stream<Manifest> added) {
        return new Overlay(
                name, Stream.concat(objects.stream().filter(kept), added).toList());
    }
}
