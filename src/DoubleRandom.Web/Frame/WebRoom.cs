using DoubleRandom.Access;

namespace DoubleRandom.Web.Frame;

/// <summary>A room of pages, as it declares itself [页面模块]: the frame and the start of the web only loop over what is declared.</summary>
public sealed record WebRoom
{
    /// <summary>Its entries in the side menu.</summary>
    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];

    /// <summary>Registers its parts and what it adds to the seams of other rooms.</summary>
    public Action<IServiceCollection>? Adds { get; init; }

    /// <summary>Maps its addresses that are no pages; told the county that the process serves.</summary>
    public Action<IEndpointRouteBuilder, Jurisdiction>? Maps { get; init; }
}

/// <summary>A part of the side menu [菜单分区], in its order.</summary>
public enum MenuPart
{
    /// <summary>The year's work [监管工作].</summary>
    Work,

    /// <summary>The item list and the two directories [一单两库].</summary>
    Registers,

    /// <summary>The platform itself [平台管理].</summary>
    House,
}

/// <summary>One entry of the side menu, declared by the room it leads to.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Place">Its place there, ascending: tens, so that another fits between.</param>
/// <param name="Title">Its words, in the language of the present request.</param>
/// <param name="Href">Address from the root.</param>
/// <param name="Right">The right it needs; null where every signed-in person may follow it.</param>
public sealed record MenuEntry(MenuPart Part, int Place, Func<string> Title, string Href, Right? Right = null);
