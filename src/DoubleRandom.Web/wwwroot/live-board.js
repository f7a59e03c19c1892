// The live screen: asks every few seconds whether something happened and, if so, takes the page anew and shows its board.
// Without script the page is the same; it is read anew by hand.
const Every = 3000;

class LiveBoard extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.look(), Every);
    document.addEventListener('visibilitychange', this.look);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.look);
  }

  look = async () => {
    if (document.hidden || this.busy) {
      return;
    }

    this.busy = true;
    try {
      const asked = await fetch(this.dataset.ask, { cache: 'no-store' });
      const state = asked.ok ? await asked.text() : this.dataset.state;
      if (state !== this.dataset.state) {
        await this.show(state);
      }

      this.say(asked.ok ? '' : this.dataset.lost);
    } catch {
      this.say(this.dataset.lost);
    } finally {
      this.busy = false;
    }
  };

  async show(state) {
    const page = await fetch(location.href, { cache: 'no-store' });
    const board = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('live-board');
    if (page.ok && board) {
      // Sentences that are read aloud keep their place, so that only a new text is read.
      const [next, now] = [board.querySelector('[role=status]'), this.querySelector('[role=status]')];
      const text = next?.textContent;
      this.replaceChildren(...board.childNodes);
      const shown = this.querySelector('[role=status]');
      if (now && shown) {
        now.className = shown.className;
        shown.replaceWith(now);
        if (now.textContent !== text) {
          now.textContent = text;
        }
      }

      this.dataset.state = state;
    }
  }

  say(sentence) {
    let line = this.querySelector('.stage-lost');
    if (!line && sentence) {
      line = document.createElement('p');
      line.className = 'notice warn stage-lost';
      this.prepend(line);
    }

    if (line) {
      line.textContent = sentence;
      line.hidden = !sentence;
    }
  }
}

customElements.define('live-board', LiveBoard);
