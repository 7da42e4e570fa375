package io.axiom.embedded.demo;

import io.axiom.embedded.demo.ConstantLoad.Answer;
import java.util.List;

/**
 * What the users saw.
 *
 * @param lost requests nobody answered, or that failed on a release that is not the bad one
 */
record Verdict(long served, long failedByBadRelease, List<Answer> lost) {

    static Verdict of(List<Answer> answers, String badReleaseId) {
        List<Answer> failed = answers.stream().filter(Answer::failed).toList();
        List<Answer> lost = failed.stream()
                .filter(answer -> !answer.releaseId().equals(badReleaseId))
                .toList();
        return new Verdict(answers.size() - failed.size(), failed.size() - lost.size(), lost);
    }

    void show(Stage stage) {
        stage.scene("What the users saw");
        stage.tell("requests served %d, failed by 1.2.0 itself %d, lost %d"
                .formatted(served, failedByBadRelease, lost.size()));
        lost.forEach(answer -> stage.show(
                "lost at " + answer.at() + ": status " + answer.status() + ", release " + answer.releaseId()));
        Stage.observe(served > 0 && failedByBadRelease > 0, "users were served, and 1.2.0 failed some of them");
        Stage.observe(lost.isEmpty(), "no request was lost but those the bad release itself failed");
    }
}
