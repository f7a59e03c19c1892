using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace DoubleRandom.Testing;

/// <summary>Every test of the assembly speaks Chinese, whatever language the machine or the test runner was set to.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InChineseAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc />
    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
}
