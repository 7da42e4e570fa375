package io.axiom.migration.status;

import io.axiom.language.migration.DatabaseCommand.Migrate;
import io.axiom.language.migration.DatabaseCommand.RollBackMigrations;
import io.axiom.language.migration.view.MigrationPlanView;
import io.axiom.migration.execution.Rehearsals;
import io.axiom.migration.plan.Preparations;
import io.axiom.migration.registry.RunPlan;
import io.axiom.migration.registry.RunPlan.Concern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans to look at before anything is decided. */
@Component
public class Plans {
    private final Preparations preparations;
    private final Rehearsals rehearsals;

    Plans(Preparations preparations, Rehearsals rehearsals) {
        this.preparations = preparations;
        this.rehearsals = rehearsals;
    }

    /** @param rehearse runs it too, without effect */
    public MigrationPlanView plan(Migrate command, boolean rehearse) {
        RunPlan plan = preparations.plan(command);
        return view(command.databaseId(), plan, rehearse ? rehearsals.rehearse(command.databaseId(), plan) : null);
    }

    public MigrationPlanView plan(RollBackMigrations command) {
        return view(command.databaseId(), preparations.plan(command), null);
    }

    private static MigrationPlanView view(
            String databaseId, RunPlan plan, MigrationPlanView.@Nullable Rehearsal rehearsal) {
        return new MigrationPlanView(
                databaseId,
                plan.direction(),
                plan.migrations(),
                plan.hash(),
                sentences(plan, true),
                sentences(plan, false),
                plan.source(),
                rehearsal);
    }

    private static List<String> sentences(RunPlan plan, boolean refused) {
        return plan.concerns().stream()
                .filter(concern -> concern.refused() == refused)
                .map(Concern::sentence)
                .toList();
    }
}
