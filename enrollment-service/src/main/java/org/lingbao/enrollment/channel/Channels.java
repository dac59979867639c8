package org.lingbao.enrollment.channel;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The channels of this cell, from {@code channels.yaml}. */
@ApplicationScoped
class Channels {
    private static final String FILE = "channels.yaml";

    private final List<Channel> channels;

    Channels(@ConfigProperty(name = "lingbao.cell") String cell) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not in this build");
            }
            channels = new YAMLMapper()
                    .readValue(file, new TypeReference<List<Channel>>() {}).stream()
                            .filter(channel -> channel.isOfferedIn(cell))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** The channel of this code, if a caller of one of these roles may come through it. */
    public Optional<Channel> find(String code, Set<String> caller) {
        return openTo(caller).stream()
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    /** The channels that a caller of one of these roles may use. */
    public List<Channel> openTo(Set<String> caller) {
        return channels.stream()
                .filter(channel -> channel.callers().stream().anyMatch(caller::contains))
                .toList();
    }

    List<Channel> all() {
        return channels;
    }
}
