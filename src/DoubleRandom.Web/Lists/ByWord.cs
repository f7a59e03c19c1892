using System.Globalization;

namespace DoubleRandom.Web.Lists;

/// <summary>How words stand in an ordered list: Chinese by their sounds [按拼音], capitals like small letters.</summary>
internal static class ByWord
{
    /// <summary>The order.</summary>
    public static readonly StringComparer Order = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: true);
}
