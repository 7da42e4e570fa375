package io.axiom.version.git;

import io.axiom.language.RejectedException;
import io.axiom.semver.SemanticVersion;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/**
 * How release tags are named. A pattern has {@code {version}} once and may have {@code {component}}. Where a tag of a
 * component's own ({@code agent-v1.2.0}) is found, tags that could be anyone's ({@code v1.2.0}) do not count.
 *
 * @param patterns the first is used for new tags, all are understood
 */
public record TagPatterns(List<String> patterns) {
    private static final String VERSION = "{version}";
    private static final String COMPONENT = "{component}";
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    public static final TagPatterns USUAL = new TagPatterns(List.of(
            "v{version}", "{version}", "{component}-v{version}", "{component}@{version}", "{component}/v{version}"));

    /** @throws RejectedException {@code git.tag-pattern-invalid} */
    public TagPatterns {
        patterns = List.copyOf(patterns);
        if (patterns.isEmpty() || patterns.size() > MOST) {
            throw invalid("There are " + patterns.size() + " tag patterns; use 1 to " + MOST + ".");
        }
        patterns.forEach(TagPatterns::check);
    }

    private static void check(String pattern) {
        int at = pattern.indexOf(VERSION);
        if (at < 0 || at != pattern.lastIndexOf(VERSION) || pattern.length() > LONGEST) {
            throw invalid("A tag pattern has {version} once and at most " + LONGEST + " characters.");
        }
        String sample = pattern.replace(VERSION, "1.0.0").replace(COMPONENT, "c");
        if (!Repository.isValidRefName(Constants.R_TAGS + sample) || sample.indexOf('{') >= 0) {
            throw invalid("A tag pattern does not make names Git allows.");
        }
    }

    /** How well a tag fits: own tags before shared ones, then by the order of the patterns. */
    record Match(SemanticVersion version, boolean own, int index) {}

    Optional<Match> match(String tag, String component) {
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            int at = pattern.indexOf(VERSION);
            String before = pattern.substring(0, at).replace(COMPONENT, component);
            String after = pattern.substring(at + VERSION.length()).replace(COMPONENT, component);
            if (tag.length() > before.length() + after.length() && tag.startsWith(before) && tag.endsWith(after)) {
                String middle = tag.substring(before.length(), tag.length() - after.length());
                boolean own = pattern.contains(COMPONENT);
                int index = i;
                Optional<SemanticVersion> version = SemanticVersion.tryParse(middle);
                if (version.isPresent()) {
                    return version.map(found -> new Match(found, own, index));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The name of a new tag.
     *
     * @throws RejectedException {@code git.tag-invalid} when Git does not allow the name
     */
    public String nameOf(String component, SemanticVersion version) {
        String name = patterns.getFirst().replace(COMPONENT, component).replace(VERSION, version.toString());
        if (!Repository.isValidRefName(Constants.R_TAGS + name)) {
            throw Refusals.tagInvalid(name);
        }
        return name;
    }

    private static RejectedException invalid(String detail) {
        return Refusals.invalid(
                "git.tag-pattern-invalid", detail, "Write it like v{version} or {component}-v{version}.");
    }
}
