using Microsoft.AspNetCore.Components;

namespace DoubleRandom.Web.Forms;

/// <summary>What every form field has: a name, a label, a hint, and the refusals that speak of it.</summary>
public abstract class FieldPart : ComponentBase
{
    /// <summary>The name in the form, also of the property it fills: <c>Name</c> or <c>Input.Name</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The label.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>How to fill it, in one sentence.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Whether it must be filled; the rule itself lives in the use case.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>The refusal of the whole form; the field finds its own among them.</summary>
    [Parameter]
    public Refusal? Refusal { get; set; }

    /// <summary>Further attributes of the control: <c>autocomplete</c>, <c>maxlength</c>, <c>inputmode</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Rest { get; set; }

    [Inject]
    private FieldLabels Labels { get; set; } = default!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>The id of the control, to which the error summary links.</summary>
    protected string Id => IdOf(Name);

    /// <summary>The refusals that speak of this field.</summary>
    protected IReadOnlyList<Refusal> Own => Refusal is null ? [] : [.. Refusal.All.Where(no => no.Field is { } about && IdOf(about) == Id)];

    /// <summary>The ids of hint and error, which the control is described by.</summary>
    protected string? DescribedBy =>
        (Hint, Own.Count) switch
        {
            (null, 0) => null,
            (null, _) => Id + "-error",
            (_, 0) => Id + "-hint",
            _ => $"{Id}-hint {Id}-error",
        };

    /// <summary><c>true</c> for <c>aria-invalid</c>, or nothing.</summary>
    protected string? Invalid => Own.Count > 0 ? "true" : null;

    /// <summary>What can be chosen in the field; none where one types.</summary>
    protected virtual IReadOnlyList<Choice> Offered => [];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Http is not null)
        {
            Labels.Learn(Http, Name, Label);
            foreach (var choice in Offered)
            {
                Labels.Learn(Http, Name, choice);
            }
        }
    }

    /// <summary>The id of a field's control: of <c>Input.Name</c> and <c>Name</c> alike <c>f-Name</c>.</summary>
    public static string IdOf(string name) => "f-" + name[(name.LastIndexOf('.') + 1)..];
}
