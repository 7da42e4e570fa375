package io.axiom.version.release;

import io.axiom.language.RejectedException;
import io.axiom.language.version.Changelog;
import io.axiom.version.changelog.WebLinks;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changelogs, as JSON or in the component's template. */
@RestController
@RequestMapping("/api/components/{component}")
class ChangelogController {
    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);

    private final Changelogs changelogs;

    ChangelogController(Changelogs changelogs) {
        this.changelogs = changelogs;
    }

    @GetMapping("/changelog")
    ResponseEntity<?> between(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable String web) {
        boolean markdown = isMarkdown(format);
        return answer(changelogs.between(component, from, to, links(web)), markdown);
    }

    @GetMapping("/versions/{version}/changelog")
    ResponseEntity<?> ofVersion(
            @PathVariable String component,
            @PathVariable String version,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable String web) {
        boolean markdown = isMarkdown(format);
        return answer(changelogs.ofVersion(component, version, links(web)), markdown);
    }

    private ResponseEntity<?> answer(Changelog changelog, boolean markdown) {
        return markdown
                ? ResponseEntity.ok()
                        .contentType(MARKDOWN)
                        .body(changelogs.template(changelog.component()).render(changelog))
                : ResponseEntity.ok(changelog);
    }

    private static boolean isMarkdown(String format) {
        return switch (format) {
            case "json" -> false;
            case "markdown" -> true;
            default -> throw new RejectedException(ChangelogRefusals.format(format));
        };
    }

    private static @Nullable WebLinks links(@Nullable String web) {
        return web == null
                ? null
                : WebLinks.given(web).orElseThrow(() -> new RejectedException(ChangelogRefusals.web()));
    }
}
