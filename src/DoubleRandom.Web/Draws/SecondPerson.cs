using DoubleRandom.Access;
using DoubleRandom.Storage;

namespace DoubleRandom.Web.Draws;

/// <summary>Lets a second person sign for one act with the own account and password, on the page of the first.</summary>
public sealed class SecondPerson(SignIn signIn, SupervisionDb db)
{
    /// <summary>The person, or null when nothing was typed. Refused as a sign-in is.</summary>
    public async Task<Outcome<Actor?>> FindAsync(Actor first, string? userName, string? password, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(userName))
        {
            return (Actor?)null;
        }

        var signedIn = await signIn.RunAsync(userName.Trim(), password ?? "", stop);
        db.See(first.Jurisdiction);
        return signedIn.Refused(out var no) || signedIn.Value.ToSign().Refused(out no) ? no.At("Approver") : signedIn.Value.Actor;
    }
}
