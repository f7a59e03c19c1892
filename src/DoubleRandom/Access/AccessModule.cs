using DoubleRandom.Audit;
using DoubleRandom.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Access;

/// <summary>Declares accounts and their acts.</summary>
public static class AccessModule
{
    /// <summary>Failed sign-ins before an account is locked.</summary>
    public const int MostFailures = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(30);

    /// <summary>The module.</summary>
    public static Module Declared { get; } = new(typeof(AccessModule), services => services.AddScoped<INamesRecords, AccountNames>().AddIdentityCore<Account>(identity =>
    {
        identity.Password.RequiredLength = 10;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = MostFailures;
        identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
        identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
    }).AddUserStore<AccountStore>());

    /// <summary>Identity's store, which leaves saving to the act, so that change and audit entry are one transaction.</summary>
    private sealed class AccountStore : UserOnlyStore<Account, SupervisionDb, Guid>
    {
        private readonly TimeProvider clock;

        public AccountStore(SupervisionDb db, TimeProvider clock, IdentityErrorDescriber? words = null)
            : base(db, words) => (AutoSaveChanges, this.clock) = (false, clock);

        /// <summary>The account is tracked: only its concurrency stamp moves on, the act saves.</summary>
        public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
        {
            user.ConcurrencyStamp = Uuid7.New(clock).ToString();
            return Task.FromResult(IdentityResult.Success);
        }
    }
}
