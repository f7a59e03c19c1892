using DoubleRandom.Access;
using DoubleRandom.Audit;
using DoubleRandom.Directories;
using DoubleRandom.Items;

namespace DoubleRandom.Testing;

/// <summary>Writes the items and subjects that planning needs, with lawful defaults; each is a commit with its audit entries.</summary>
public static class PlanningCounty
{
    /// <summary>Adds an item of a department.</summary>
    public static Task<Refusal?> AddItemAsync(
        this TestCounty county, string code, string department = "SC", BasisPoints? cap = null, ItemState state = ItemState.Published, IReadOnlyList<SubjectKind>? kinds = null, string? tag = null) =>
        county.ReadAsync(db =>
        {
            db.Add(new Item
            {
                Jurisdiction = TestCounty.Menghai,
                Id = Id<Item>.New(county.Clock),
                Code = code,
                Says = new ItemContent
                {
                    Name = $"{code} 的检查",
                    Department = Department.Parse(department, null),
                    Importance = cap is null ? Importance.Key : Importance.General,
                    Cap = cap,
                    SubjectKinds = [.. kinds ?? []],
                    SubjectTags = tag is null ? [] : [tag],
                    Methods = [InspectionMethod.OnSite],
                    Bases = ["《示例条例》第一条"],
                },
            }.Standing(state, county.Clock.Today()));
            return db.CommitAsync(county.Office, new Act("item.added"));
        });

    /// <summary>Adds so many subjects alike; their codes go on from those already there.</summary>
    public static Task<Refusal?> AddSubjectsAsync(
        this TestCounty county, int count, RiskClass risk = RiskClass.A, SubjectKind kind = SubjectKind.Individual, string town = "532822101", string? industry = "C1530", string? tag = null, RegistrationState state = RegistrationState.InBusiness) =>
        county.ReadAsync(db =>
        {
            var first = db.Subjects.Count() + 1;
            db.AddRange(Enumerable.Range(first, count).Select(n => new Subject
            {
                Jurisdiction = TestCounty.Menghai,
                Id = Id<Subject>.New(county.Clock),
                Code = $"D{n:D8}",
                Says = new SubjectContent
                {
                    Name = $"示例茶厂{n}",
                    Kind = kind,
                    Town = town,
                    Industry = industry,
                    State = state,
                    Risk = risk,
                    Tags = tag is null ? [] : [tag],
                },
            }));
            return db.CommitAsync(county.Office, new Act("subject.added"));
        });
}
