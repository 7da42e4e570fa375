package io.axiom.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An append on its way, with everything computed that needs no lock. */
final class PendingAppend {
    final Append append;
    final CompletableFuture<Appended> answer = new CompletableFuture<>();
    final StreamKey[] streams;
    final UUID[] identities;
    final byte[][] fields;
    final byte[][] contents;

    PendingAppend(Append append) {
        this.append = append;
        int size = append.events().size();
        streams = new StreamKey[size];
        identities = new UUID[size];
        fields = new byte[size][];
        contents = new byte[size][];
        HashChain chain = new HashChain();
        for (int i = 0; i < size; i++) {
            NewEvent event = append.events().get(i);
            streams[i] = StreamKey.of(event);
            identities[i] = EventIdentity.of(event.eventId());
            fields[i] = HashChain.fields(event);
            contents[i] = chain.content(fields[i]);
        }
    }

    int size() {
        return streams.length;
    }

    /** Its streams, each with the sequence of its first event here. */
    Map<StreamKey, Long> firsts() {
        if (streams.length == 1) {
            return Map.of(streams[0], append.events().getFirst().sequence());
        }
        Map<StreamKey, Long> firsts = new LinkedHashMap<>();
        for (int i = 0; i < streams.length; i++) {
            firsts.putIfAbsent(streams[i], append.events().get(i).sequence());
        }
        return firsts;
    }
}
