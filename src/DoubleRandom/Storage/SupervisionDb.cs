using DoubleRandom.Access;
using DoubleRandom.Assignments;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Draws;
using DoubleRandom.Imports;
using DoubleRandom.Inspections;
using DoubleRandom.Items;
using DoubleRandom.Log;
using DoubleRandom.Plans;
using DoubleRandom.WorkingDays;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DoubleRandom.Storage;

/// <summary>
/// The one store of the platform [监管库], on SQLite or PostgreSQL. It shows the rows of the counties named by <see cref="See"/>
/// only, and writes nothing without its audit entries.
/// </summary>
public abstract partial class SupervisionDb(DbContextOptions options, TimeProvider clock)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The time that saves are stamped with.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Division codes of the counties whose rows are seen; none until <see cref="See"/> is called.</summary>
    public List<Jurisdiction> Seen { get; } = [];

    /// <summary>The append-only trail.</summary>
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Posts of accounts.</summary>
    public DbSet<AccountPost> AccountPosts => Set<AccountPost>();

    /// <summary>Running numbers.</summary>
    public DbSet<NumberSeries> RunningNumbers => Set<NumberSeries>();

    /// <summary>Imports that were committed.</summary>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <summary>The item list.</summary>
    public DbSet<Item> Items => Set<Item>();

    /// <summary>The directory of subjects.</summary>
    public DbSet<Subject> Subjects => Set<Subject>();

    /// <summary>The directory of inspectors.</summary>
    public DbSet<Inspector> Inspectors => Set<Inspector>();

    /// <summary>Leaves of inspectors.</summary>
    public DbSet<Leave> Leaves => Set<Leave>();

    /// <summary>Recusals of inspectors.</summary>
    public DbSet<Recusal> Recusals => Set<Recusal>();

    /// <summary>Annual plans.</summary>
    public DbSet<AnnualPlan> Plans => Set<AnnualPlan>();

    /// <summary>Tasks of the plans.</summary>
    public DbSet<PlanTask> Tasks => Set<PlanTask>();

    /// <summary>Subjects drawn.</summary>
    public DbSet<DrawnSubject> DrawnSubjects => Set<DrawnSubject>();

    /// <summary>Places of the matched teams.</summary>
    public DbSet<TeamPlace> TeamPlaces => Set<TeamPlace>();

    /// <summary>Attempts of draws.</summary>
    public DbSet<Draw> Draws => Set<Draw>();

    /// <summary>Frozen lists and results of draws.</summary>
    public DbSet<DrawFile> DrawFiles => Set<DrawFile>();

    /// <summary>Contributions of witnesses.</summary>
    public DbSet<WitnessShare> WitnessShares => Set<WitnessShare>();

    /// <summary>Changes of sealed draws.</summary>
    public DbSet<DrawChange> DrawChanges => Set<DrawChange>();

    /// <summary>Subjects left out of a task's draw.</summary>
    public DbSet<LeftOut> LeftOut => Set<LeftOut>();

    /// <summary>Requests that concern draws.</summary>
    public DbSet<DrawRequest> DrawRequests => Set<DrawRequest>();

    /// <summary>Heads of the transparency logs.</summary>
    public DbSet<TransparencyLog> Logs => Set<TransparencyLog>();

    /// <summary>Entries of the transparency log.</summary>
    public DbSet<LogLeaf> LogLeaves => Set<LogLeaf>();

    /// <summary>Checkpoints of the transparency log.</summary>
    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();

    /// <summary>Cosignatures of standing witnesses.</summary>
    public DbSet<Cosignature> Cosignatures => Set<Cosignature>();

    /// <summary>Standing witnesses.</summary>
    public DbSet<StandingWitness> StandingWitnesses => Set<StandingWitness>();

    /// <summary>Standing witnesses to be, whose telephones have yet to make their keys.</summary>
    public DbSet<WitnessInvitation> WitnessInvitations => Set<WitnessInvitation>();

    /// <summary>Checks of the transparency log.</summary>
    public DbSet<LogCheckRun> LogCheckRuns => Set<LogCheckRun>();

    /// <summary>Notices of holidays imported on this machine.</summary>
    public DbSet<HolidayYearRow> HolidayYears => Set<HolidayYearRow>();

    /// <summary>Visits handed to their teams.</summary>
    public DbSet<Visit> Visits => Set<Visit>();

    /// <summary>Who goes on each visit.</summary>
    public DbSet<VisitMember> VisitMembers => Set<VisitMember>();

    /// <summary>Requests to replace an inspector.</summary>
    public DbSet<SubstitutionRequest> SubstitutionRequests => Set<SubstitutionRequest>();

    /// <summary>Results being recorded and reviewed.</summary>
    public DbSet<InspectionResult> InspectionResults => Set<InspectionResult>();

    /// <summary>Approved editions of results.</summary>
    public DbSet<ResultEdition> ResultEditions => Set<ResultEdition>();

    /// <summary>Corrections asked for.</summary>
    public DbSet<ResultCorrection> ResultCorrections => Set<ResultCorrection>();

    /// <summary>Published results, one row per item and edition.</summary>
    public DbSet<PublishedResult> PublishedResults => Set<PublishedResult>();

    /// <summary>Shows the rows of exactly these counties from now on.</summary>
    public SupervisionDb See(params IEnumerable<Jurisdiction> counties)
    {
        Seen.Clear();
        Seen.AddRange(counties);
        return this;
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SupervisionDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.IsSubclassOf(typeof(CountyRow)) && e.BaseType is null))
        {
            Fence.MakeGenericMethod(entity.ClrType).Invoke(this, [builder]);
            entity.FindProperty(nameof(CountyRow.Jurisdiction))!.SetMaxLength(6);
            entity.FindProperty(nameof(EditableRow.Version))?.IsConcurrencyToken = true;
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => ColumnTypes.Apply(conventions);

    private static readonly System.Reflection.MethodInfo Fence =
        typeof(SupervisionDb).GetMethod(nameof(FenceOff), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;

    private void FenceOff<T>(ModelBuilder builder)
        where T : CountyRow => builder.Entity<T>().HasQueryFilter(FilterName, row => Seen.Contains(row.Jurisdiction));

    /// <summary>Name of the filter that keeps counties apart.</summary>
    public const string FilterName = "jurisdiction";
}
