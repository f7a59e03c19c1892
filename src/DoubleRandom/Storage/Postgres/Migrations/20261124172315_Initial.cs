using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DoubleRandom.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_team_place",
                table: "team_place");

            migrationBuilder.DropPrimaryKey(
                name: "pk_subject",
                table: "subject");

            migrationBuilder.DropPrimaryKey(
                name: "pk_recusal",
                table: "recusal");

            migrationBuilder.DropPrimaryKey(
                name: "pk_plan_task",
                table: "plan_task");

            migrationBuilder.DropPrimaryKey(
                name: "pk_leave",
                table: "leave");

            migrationBuilder.DropPrimaryKey(
                name: "pk_item",
                table: "item");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inspector",
                table: "inspector");

            migrationBuilder.DropPrimaryKey(
                name: "pk_drawn_subject",
                table: "drawn_subject");

            migrationBuilder.DropPrimaryKey(
                name: "pk_annual_plan",
                table: "annual_plan");

            migrationBuilder.RenameTable(
                name: "team_place",
                newName: "team_places");

            migrationBuilder.RenameTable(
                name: "subject",
                newName: "subjects");

            migrationBuilder.RenameTable(
                name: "recusal",
                newName: "recusals");

            migrationBuilder.RenameTable(
                name: "plan_task",
                newName: "tasks");

            migrationBuilder.RenameTable(
                name: "leave",
                newName: "leaves");

            migrationBuilder.RenameTable(
                name: "item",
                newName: "items");

            migrationBuilder.RenameTable(
                name: "inspector",
                newName: "inspectors");

            migrationBuilder.RenameTable(
                name: "drawn_subject",
                newName: "drawn_subjects");

            migrationBuilder.RenameTable(
                name: "annual_plan",
                newName: "plans");

            migrationBuilder.RenameIndex(
                name: "ix_team_place_jurisdiction_holder",
                table: "team_places",
                newName: "ix_team_places_jurisdiction_holder");

            migrationBuilder.RenameIndex(
                name: "ix_subject_jurisdiction_name_order",
                table: "subjects",
                newName: "ix_subjects_jurisdiction_name_order");

            migrationBuilder.RenameIndex(
                name: "ix_subject_jurisdiction_code",
                table: "subjects",
                newName: "ix_subjects_jurisdiction_code");

            migrationBuilder.RenameIndex(
                name: "ix_recusal_jurisdiction_inspector_subject",
                table: "recusals",
                newName: "ix_recusals_jurisdiction_inspector_subject");

            migrationBuilder.RenameIndex(
                name: "ix_plan_task_jurisdiction_plan",
                table: "tasks",
                newName: "ix_tasks_jurisdiction_plan");

            migrationBuilder.RenameIndex(
                name: "ix_plan_task_jurisdiction_number",
                table: "tasks",
                newName: "ix_tasks_jurisdiction_number");

            migrationBuilder.RenameIndex(
                name: "ix_leave_jurisdiction_inspector",
                table: "leaves",
                newName: "ix_leaves_jurisdiction_inspector");

            migrationBuilder.RenameIndex(
                name: "ix_item_jurisdiction_code",
                table: "items",
                newName: "ix_items_jurisdiction_code");

            migrationBuilder.RenameIndex(
                name: "ix_inspector_jurisdiction_number",
                table: "inspectors",
                newName: "ix_inspectors_jurisdiction_number");

            migrationBuilder.RenameIndex(
                name: "ix_inspector_jurisdiction_certificate",
                table: "inspectors",
                newName: "ix_inspectors_jurisdiction_certificate");

            migrationBuilder.RenameIndex(
                name: "ix_drawn_subject_jurisdiction_subject",
                table: "drawn_subjects",
                newName: "ix_drawn_subjects_jurisdiction_subject");

            migrationBuilder.RenameIndex(
                name: "ix_annual_plan_jurisdiction_year",
                table: "plans",
                newName: "ix_plans_jurisdiction_year");

            migrationBuilder.RenameIndex(
                name: "ix_annual_plan_jurisdiction_number",
                table: "plans",
                newName: "ix_plans_jurisdiction_number");

            migrationBuilder.AddPrimaryKey(
                name: "pk_team_places",
                table: "team_places",
                columns: new[] { "jurisdiction", "draw", "attempt", "slot" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_subjects",
                table: "subjects",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_recusals",
                table: "recusals",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_tasks",
                table: "tasks",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_leaves",
                table: "leaves",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_items",
                table: "items",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_inspectors",
                table: "inspectors",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_drawn_subjects",
                table: "drawn_subjects",
                columns: new[] { "jurisdiction", "draw", "attempt", "subject" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_plans",
                table: "plans",
                columns: new[] { "jurisdiction", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_team_places",
                table: "team_places");

            migrationBuilder.DropPrimaryKey(
                name: "pk_tasks",
                table: "tasks");

            migrationBuilder.DropPrimaryKey(
                name: "pk_subjects",
                table: "subjects");

            migrationBuilder.DropPrimaryKey(
                name: "pk_recusals",
                table: "recusals");

            migrationBuilder.DropPrimaryKey(
                name: "pk_plans",
                table: "plans");

            migrationBuilder.DropPrimaryKey(
                name: "pk_leaves",
                table: "leaves");

            migrationBuilder.DropPrimaryKey(
                name: "pk_items",
                table: "items");

            migrationBuilder.DropPrimaryKey(
                name: "pk_inspectors",
                table: "inspectors");

            migrationBuilder.DropPrimaryKey(
                name: "pk_drawn_subjects",
                table: "drawn_subjects");

            migrationBuilder.RenameTable(
                name: "team_places",
                newName: "team_place");

            migrationBuilder.RenameTable(
                name: "tasks",
                newName: "plan_task");

            migrationBuilder.RenameTable(
                name: "subjects",
                newName: "subject");

            migrationBuilder.RenameTable(
                name: "recusals",
                newName: "recusal");

            migrationBuilder.RenameTable(
                name: "plans",
                newName: "annual_plan");

            migrationBuilder.RenameTable(
                name: "leaves",
                newName: "leave");

            migrationBuilder.RenameTable(
                name: "items",
                newName: "item");

            migrationBuilder.RenameTable(
                name: "inspectors",
                newName: "inspector");

            migrationBuilder.RenameTable(
                name: "drawn_subjects",
                newName: "drawn_subject");

            migrationBuilder.RenameIndex(
                name: "ix_team_places_jurisdiction_holder",
                table: "team_place",
                newName: "ix_team_place_jurisdiction_holder");

            migrationBuilder.RenameIndex(
                name: "ix_tasks_jurisdiction_plan",
                table: "plan_task",
                newName: "ix_plan_task_jurisdiction_plan");

            migrationBuilder.RenameIndex(
                name: "ix_tasks_jurisdiction_number",
                table: "plan_task",
                newName: "ix_plan_task_jurisdiction_number");

            migrationBuilder.RenameIndex(
                name: "ix_subjects_jurisdiction_name_order",
                table: "subject",
                newName: "ix_subject_jurisdiction_name_order");

            migrationBuilder.RenameIndex(
                name: "ix_subjects_jurisdiction_code",
                table: "subject",
                newName: "ix_subject_jurisdiction_code");

            migrationBuilder.RenameIndex(
                name: "ix_recusals_jurisdiction_inspector_subject",
                table: "recusal",
                newName: "ix_recusal_jurisdiction_inspector_subject");

            migrationBuilder.RenameIndex(
                name: "ix_plans_jurisdiction_year",
                table: "annual_plan",
                newName: "ix_annual_plan_jurisdiction_year");

            migrationBuilder.RenameIndex(
                name: "ix_plans_jurisdiction_number",
                table: "annual_plan",
                newName: "ix_annual_plan_jurisdiction_number");

            migrationBuilder.RenameIndex(
                name: "ix_leaves_jurisdiction_inspector",
                table: "leave",
                newName: "ix_leave_jurisdiction_inspector");

            migrationBuilder.RenameIndex(
                name: "ix_items_jurisdiction_code",
                table: "item",
                newName: "ix_item_jurisdiction_code");

            migrationBuilder.RenameIndex(
                name: "ix_inspectors_jurisdiction_number",
                table: "inspector",
                newName: "ix_inspector_jurisdiction_number");

            migrationBuilder.RenameIndex(
                name: "ix_inspectors_jurisdiction_certificate",
                table: "inspector",
                newName: "ix_inspector_jurisdiction_certificate");

            migrationBuilder.RenameIndex(
                name: "ix_drawn_subjects_jurisdiction_subject",
                table: "drawn_subject",
                newName: "ix_drawn_subject_jurisdiction_subject");

            migrationBuilder.AddPrimaryKey(
                name: "pk_team_place",
                table: "team_place",
                columns: new[] { "jurisdiction", "draw", "attempt", "slot" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_plan_task",
                table: "plan_task",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_subject",
                table: "subject",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_recusal",
                table: "recusal",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_annual_plan",
                table: "annual_plan",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_leave",
                table: "leave",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_item",
                table: "item",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_inspector",
                table: "inspector",
                columns: new[] { "jurisdiction", "id" });

            migrationBuilder.AddPrimaryKey(
                name: "pk_drawn_subject",
                table: "drawn_subject",
                columns: new[] { "jurisdiction", "draw", "attempt", "subject" });
        }
    }
}
