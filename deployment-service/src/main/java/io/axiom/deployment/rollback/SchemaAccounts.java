package io.axiom.deployment.rollback;

import io.axiom.language.deployment.RollbackPlan.Grade;
import io.axiom.language.deployment.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what the steps of a way back will do to databases. */
public interface SchemaAccounts {

    /** @param goingBack the components that go back together */
    Account of(String environment, Set<String> goingBack, List<Step> plan);

    /**
     * @param grade of the whole way; lossless where nothing is taken back
     * @param details what is taken back, in words
     * @param warnings what stays and what that means, or what is lost
     */
    record Account(Grade grade, List<String> details, List<String> warnings) {
        public static final Account NOTHING = new Account(Grade.LOSSLESS, List.of(), List.of());

        Account and(Account other) {
            return new Account(
                    grade.compareTo(other.grade) >= 0 ? grade : other.grade,
                    joined(details, other.details),
                    joined(warnings, other.warnings));
        }

        private static List<String> joined(List<String> one, List<String> other) {
            List<String> all = new ArrayList<>(one);
            all.addAll(other);
            return List.copyOf(all);
        }
    }
}
