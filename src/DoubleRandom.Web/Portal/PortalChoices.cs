using DoubleRandom.Access;
using DoubleRandom.Items;
using DoubleRandom.Web.Forms;

namespace DoubleRandom.Web.Portal;

/// <summary>What can be chosen in the query cards of the public site, and lists said in words.</summary>
internal static class PortalChoices
{
    /// <summary>The fifteen departments.</summary>
    public static IReadOnlyList<Choice> Departments => [.. Department.All.Select(d => new Choice(d.Code, d.Name))];

    /// <summary>Whom an item applies to, in words.</summary>
    public static string Kinds(Item item) => item.SubjectKinds.Count == 0 ? PortalText.Words["item.kinds.all"] : Joined(item.SubjectKinds.Select(ItemWords.Of));

    /// <summary>Several words as one text.</summary>
    public static string Joined(IEnumerable<string> words) => string.Join(PortalText.Words["comma"], words);
}
