package io.axiom.migration.lint;

import io.axiom.language.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a file allows: {@code -- axiom:allow rule-id: reason}, once per rule, anywhere in the file. */
final class Allowances {
    private static final String ORDER = "axiom:allow";
    private static final int MOST_PROBLEMS = 100;

    record Problem(int offset, String rule, String message) {}

    private record Allowance(String reason, int offset) {}

    private final Map<String, Allowance> byRule = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Allowances(List<Comments.Comment> comments, Set<String> known) {
        comments.stream().filter(comment -> comment.text().startsWith(ORDER)).forEach(comment -> read(comment, known));
    }

    private void read(Comments.Comment comment, Set<String> known) {
        String order = comment.text().substring(ORDER.length()).strip();
        int colon = order.indexOf(':');
        String rule = (colon < 0 ? order : order.substring(0, colon)).strip();
        String reason = colon < 0 ? "" : order.substring(colon + 1).strip();
        if (!known.contains(rule)) {
            problems.add(new Problem(
                    comment.offset(),
                    rule,
                    "No rule is called '" + shortened(rule) + "', so nothing is allowed by this."));
        } else if (reason.isEmpty()) {
            problems.add(new Problem(
                    comment.offset(), rule, "'" + rule + "' is allowed without a reason, so it is not allowed."));
        } else {
            byRule.put(rule, new Allowance(reason, comment.offset()));
        }
    }

    private static String shortened(String rule) {
        return Texts.shorten(rule, 61);
    }

    Finding apply(Finding finding) {
        Allowance allowance = byRule.get(finding.rule());
        return allowance == null ? finding : finding.allowed(allowance.reason());
    }

    /** Wrong orders, and such as allow what was not found, in the order of the script. */
    List<Problem> problems(Set<String> found) {
        List<Problem> all = new ArrayList<>(problems);
        byRule.forEach((rule, allowance) -> {
            if (!found.contains(rule)) {
                all.add(new Problem(allowance.offset(), rule, "'" + rule + "' is allowed here but was not found."));
            }
        });
        all.sort(Comparator.comparingInt(Problem::offset));
        return all.subList(0, Math.min(MOST_PROBLEMS, all.size()));
    }
}
