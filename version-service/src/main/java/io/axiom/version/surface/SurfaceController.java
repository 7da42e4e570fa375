package io.axiom.version.surface;

import io.axiom.language.Actor;
import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.Role;
import io.axiom.language.json.Json;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceComparisonRequest;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.language.version.surface.SurfaceUpload;
import io.axiom.runtime.messages.JsonInput;
import io.axiom.version.rules.Digests;
import java.net.URI;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contents of surfaces, and comparing two without any version. */
@RestController
@RequestMapping(SurfaceController.PATH)
class SurfaceController {
    static final String PATH = "/api/versioning/surfaces";

    private static final JsonMapper LARGE = Json.mapperUpTo(SurfaceContent.LARGEST_COMPARISON);

    private final SurfaceContents contents;
    private final SurfaceComparators comparators;

    SurfaceController(SurfaceContents contents, SurfaceComparators comparators) {
        this.contents = contents;
        this.comparators = comparators;
    }

    /** The content is the body, a file as it is. */
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<SurfaceUpload> upload(@RequestBody byte[] content, Actor actor) {
        requireOperator(actor);
        String digest = contents.keep(content);
        return ResponseEntity.created(URI.create(PATH + '/' + digest)).body(new SurfaceUpload(digest, content.length));
    }

    @GetMapping("/{digest}")
    ResponseEntity<byte[]> content(@PathVariable String digest) {
        Digests.requireSha256("surface.digest-invalid", "digest", digest);
        byte[] content = contents.find(digest)
                .orElseThrow(() -> new RejectedException(new Rejection(
                        "surface.not-found",
                        Rejection.Kind.NOT_FOUND,
                        "No surface with the digest " + digest + " is kept here.",
                        "The digests of a version's surfaces: axiom version get <component> <version>.",
                        Map.of("digest", digest))));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }

    @PostMapping("/compare")
    SurfaceComparison compare(@RequestBody byte[] body) {
        SurfaceComparisonRequest request = JsonInput.read(body, SurfaceComparisonRequest.class, LARGE);
        SurfaceKind kind = request.kind();
        return comparators.compare(kind, bytes(kind, request.previous()), bytes(kind, request.current()));
    }

    private static byte[] bytes(SurfaceKind kind, JsonNode content) {
        return SurfaceContent.bytes(kind, content.isString() ? content.stringValue() : content.toString());
    }

    private static void requireOperator(Actor actor) {
        if (!actor.role().includes(Role.OPERATOR)) {
            throw new RejectedException(new Rejection(
                    "access.forbidden",
                    Rejection.Kind.FORBIDDEN,
                    actor.name() + " acts as " + actor.role() + ", and this needs " + Role.OPERATOR + ".",
                    "Use a token with the role " + Role.OPERATOR + ", or ask someone who has one.",
                    Map.of("required", Role.OPERATOR.name())));
        }
    }
}
