namespace DoubleRandom.Access;

/// <summary>The numbers of the directory of inspectors [执法检查人员编号], as accounts ask for them.</summary>
public interface IInspectorNumbers
{
    /// <summary>Whether an inspector of the county seen has this number.</summary>
    Task<bool> HasAsync(string number, CancellationToken stop);
}
